wrk.method = "POST"
wrk.path = "/v1/organizations/credentials/create"
wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")
wrk.headers["Content-Type"] = "application/json"

local count = 0

function request()
  count = count + 1
  return wrk.format(nil, nil, nil, '{"org_id":"created","type":"azure","name":"Account ' .. count
    .. '","specific":{"tenant":"contoso.com","clientId":"6f1c2b9e-4a53-4f0e-9d7b-2f8f3c1a5e60","key":"not-a-real-secret"},"comments":""}')
end
