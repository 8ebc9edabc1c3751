-- Admission, version 1: decides about one mint and records the decision, in one step.
--
-- KEYS[1] idempotency entry, KEYS[2] audit stream, KEYS[3..] one for each limit, in the order of the claim's limits.
-- ARGV[1] the claim as JSON:
--   id, hold (ms), limits: [{max, slot (ms), window}], once: {digest, running (ms)}, audit: {length, fields}
-- Returns {outcome, now, number of the limit, wait, remaining and reset of each limit ...}; times in ms.
-- Outcomes: admitted, limited, running, minted, other (the key belongs to another request).

local SLOTS = 60
local MARGIN = 60000

local claim = cjson.decode(ARGV[1])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- Keys outlive what they hold, so that no decision depends on the moment at which Redis removes one.
local function keep(key, ms)
  redis.call('PEXPIRE', key, math.ceil(ms) + MARGIN)
end

local function earlier(a, b)
  return a[1] < b[1]
end

-- A request is counted in a slot of the window. A slot counts until its last request is as old as the window.
local function window(key, limit)
  local current = math.floor(now / limit.slot)
  local counts = redis.call('HGETALL', key)
  local state = {used = 0, first = current, live = {}, current = current}
  for i = 1, #counts, 2 do
    local slot, count = tonumber(counts[i]), tonumber(counts[i + 1])
    if slot < current - SLOTS then
      redis.call('HDEL', key, counts[i])
    else
      state.used = state.used + count
      state.first = math.min(state.first, slot)
      state.live[#state.live + 1] = {slot, count}
    end
  end
  return state
end

local function window_ends(slot, limit)
  return (slot + SLOTS + 1) * limit.slot - now
end

local function window_wait(state, limit)
  table.sort(state.live, earlier)
  local used = state.used
  for _, slot in ipairs(state.live) do
    used = used - slot[2]
    if used < limit.max then
      return window_ends(slot[1], limit)
    end
  end
  return window_ends(state.current, limit)
end

local function open(key)
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now)
  return {used = redis.call('ZCARD', key)}
end

local function open_ends(key, index)
  local member = redis.call('ZRANGE', key, index, index, 'WITHSCORES')
  return member[2] and tonumber(member[2]) - now or claim.hold
end

if claim.once then
  local seen = redis.call('HMGET', KEYS[1], 'digest', 'state', 'until')
  if seen[1] and tonumber(seen[3]) > now then
    return {seen[1] == claim.once.digest and seen[2] or 'other', now}
  end
end

local states, worst, wait = {}, 0, 0
for i, limit in ipairs(claim.limits) do
  local key = KEYS[i + 2]
  local state = limit.window and window(key, limit) or open(key)
  states[i] = state
  if state.used >= limit.max then
    local longer = limit.window and window_wait(state, limit) or open_ends(key, state.used - limit.max)
    if worst == 0 or longer > wait then
      worst, wait = i, longer
    end
  end
end

local admitted = worst == 0
local reply = {admitted and 'admitted' or 'limited', now, worst, wait}
for i, limit in ipairs(claim.limits) do
  local key, state = KEYS[i + 2], states[i]
  if admitted then
    state.used = state.used + 1
    if limit.window then
      redis.call('HINCRBY', key, string.format('%d', state.current), 1)
      keep(key, (SLOTS + 1) * limit.slot)
    else
      redis.call('ZADD', key, now + claim.hold, claim.id)
      keep(key, open_ends(key, -1))
    end
  end
  local reset
  if limit.window then
    reset = state.used >= limit.max and window_wait(window(key, limit), limit) or window_ends(state.first, limit)
  else
    reset = open_ends(key, math.max(0, state.used - limit.max))
  end
  reply[#reply + 1] = math.max(0, limit.max - state.used)
  reply[#reply + 1] = reset
end

if admitted and claim.once then
  redis.call('HSET', KEYS[1], 'digest', claim.once.digest, 'state', 'running', 'id', claim.id,
    'until', string.format('%d', now + claim.once.running))
  keep(KEYS[1], claim.once.running)
end
if admitted and claim.audit then
  redis.call('XADD', KEYS[2], 'MAXLEN', '~', claim.audit.length, '*', unpack(claim.audit.fields))
end
return reply
