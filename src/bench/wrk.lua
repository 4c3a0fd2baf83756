-- Goes through the prepared requests of the file $REQUESTS in turn. With $CHECKED set every answer is looked at, which costs wrk some of its time:
-- done while warming up, not while measuring. "@KEY@" in a body becomes another text with each request, for mutations that are to be done each time.
local requests, at, sent, run = {}, 0, 0, os.time()

function init()
  for line in io.lines(os.getenv("REQUESTS")) do
    local path, token, body = line:match("^([^\t]*)\t([^\t]*)\t(.*)$")
    local headers = {}
    if token ~= "" then headers["Authorization"] = "Bearer " .. token end
    if body ~= "" then headers["Content-Type"] = "application/json" end
    if body:find("@KEY@", 1, true) then
      requests[#requests + 1] = function(key) return wrk.format("POST", path, headers, (body:gsub("@KEY@", key))) end
    else
      requests[#requests + 1] = wrk.format(body ~= "" and "POST" or "GET", path, headers, body ~= "" and body or nil)
    end
  end
  at = math.random(#requests)
end

function request()
  at = at % #requests + 1
  sent = sent + 1
  local next = requests[at]
  return type(next) == "function" and next("wrk-" .. run .. "-" .. sent) or next
end

local wrong = 0
if os.getenv("CHECKED") then
  function response(status, headers, body)
    if status ~= 200 or body:find('"errors"', 1, true) or body:find('"code":"', 1, true) and body:find('"userErrors":[{', 1, true) then
      wrong = wrong + 1
      if wrong <= 3 then print("WRONG", status, body:sub(1, 300)) end
      thread_wrong = wrong
    end
  end
end

local threads = {}
function setup(thread) threads[#threads + 1] = thread end

function done(summary, latency)
  local e = summary.errors
  local errors = e.connect + e.read + e.write + e.status + e.timeout
  for _, thread in ipairs(threads) do errors = errors + (thread:get("thread_wrong") or 0) end
  print(string.format("RESULT\t%d\t%f\t%d\t%d\t%d", summary.requests, summary.duration / 1e6, latency:percentile(50), latency:percentile(99), errors))
end
