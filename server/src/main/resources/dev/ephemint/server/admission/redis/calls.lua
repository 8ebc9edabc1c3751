-- Calls, version 1: remembers an open call of a caller, finds one, or records what became of one.
--
-- KEYS[1] id of each call by the time until which it is kept, KEYS[2] its upstream by id, KEYS[3] audit stream.
-- ARGV[1] as JSON: keep: {id, upstream, kept (ms), most}, or find: an id, or neither; audit: {length, fields}
-- Returns {the upstream of the call, or an empty text}.

local MARGIN = 60000

local asked = cjson.decode(ARGV[1])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function keep(key, ms)
  redis.call('PEXPIRE', key, math.ceil(ms) + MARGIN)
end

local function forget(ids)
  for _, id in ipairs(ids) do
    redis.call('ZREM', KEYS[1], id)
    redis.call('HDEL', KEYS[2], id)
  end
end

if asked.keep then
  local call = asked.keep
  forget(redis.call('ZRANGE', KEYS[1], '-inf', now, 'BYSCORE', 'LIMIT', 0, 1000))
  redis.call('ZADD', KEYS[1], now + call.kept, call.id)
  redis.call('HSET', KEYS[2], call.id, call.upstream)
  forget(redis.call('ZRANGE', KEYS[1], 0, -call.most - 1))
  keep(KEYS[1], call.kept)
  keep(KEYS[2], call.kept)
end
if asked.audit then
  redis.call('XADD', KEYS[3], 'MAXLEN', '~', asked.audit.length, '*', unpack(asked.audit.fields))
end
if asked.find then
  local untilTime = redis.call('ZSCORE', KEYS[1], asked.find)
  if untilTime and tonumber(untilTime) > now then
    return {redis.call('HGET', KEYS[2], asked.find) or ''}
  end
end
return {''}
