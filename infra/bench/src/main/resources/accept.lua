-- One sendMessage after the other, each with the next user's token and, when asked for, a key of its own.
local tokens, keyed, pause = {}, false, 0
local at, sent, run = 0, 0, 0

function init(args)
  for line in io.lines(args[1]) do tokens[#tokens + 1] = "Bearer " .. line end
  keyed = args[2] == "true"
  pause = tonumber(args[3])
  run = os.time() .. "-" .. math.random(1000000000)
end

function delay()
  return pause
end

function request()
  at = at % #tokens + 1
  sent = sent + 1
  local headers = { ["Content-Type"] = "application/json", ["Authorization"] = tokens[at] }
  if keyed then headers["Idempotency-Key"] = run .. "-" .. sent end
  return wrk.format("POST", nil, headers, '{"chat_id":' .. (sent % 977 + 1) .. ',"text":"one message of a usual length"}')
end

function done(summary, latency, requests)
  io.write(string.format("requests=%d micros=%d p99=%d mean=%d bad=%d\n", summary.requests, summary.duration,
    latency:percentile(99), latency.mean, summary.errors.status + summary.errors.connect + summary.errors.read
    + summary.errors.write + summary.errors.timeout))
end
