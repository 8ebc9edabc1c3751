-- Settlement, version 1: what became of an admitted mint.
--
-- KEYS[1] idempotency entry, KEYS[2] audit stream, KEYS[3..] one for each limit on open tokens.
-- ARGV[1] as JSON: id, minted, expires (Unix ms, absent if unknown), once: {digest, kept (ms)}, audit: {length, fields}
-- Returns {'settled', now}.

local MARGIN = 60000

local settled = cjson.decode(ARGV[1])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function keep(key, ms)
  redis.call('PEXPIRE', key, math.ceil(ms) + MARGIN)
end

-- A token counts until it expires, also where the admission was forgotten; without an expiry the admission's hold stays.
for i = 3, #KEYS do
  if not settled.minted or (settled.expires and settled.expires <= now) then
    redis.call('ZREM', KEYS[i], settled.id)
  elseif settled.expires then
    redis.call('ZADD', KEYS[i], settled.expires, settled.id)
    keep(KEYS[i], redis.call('ZRANGE', KEYS[i], -1, -1, 'WITHSCORES')[2] - now)
  end
end

if settled.once then
  local id = redis.call('HGET', KEYS[1], 'id')
  if not id or id == settled.id then
    if settled.minted then
      redis.call('HSET', KEYS[1], 'digest', settled.once.digest, 'state', 'minted', 'id', settled.id,
        'until', string.format('%d', now + settled.once.kept))
      keep(KEYS[1], settled.once.kept)
    else
      redis.call('DEL', KEYS[1])
    end
  end
end
if settled.audit then
  redis.call('XADD', KEYS[2], 'MAXLEN', '~', settled.audit.length, '*', unpack(settled.audit.fields))
end
return {'settled', now}
