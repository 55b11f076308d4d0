-- One change after the other, of the credentials whose ids stand in the file IDS, a line each; CHANGE is update, delete or resolve.
wrk.method = "POST"
wrk.path = "/v1/organizations/credentials/" .. os.getenv("CHANGE")
wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")
wrk.headers["Content-Type"] = "application/json"

local members = {
  update = ',"data":{"comments":"change %d"}',
  delete = '',
  resolve = ',"purpose":"measure"',
}
local begin = '{"org_id":"' .. os.getenv("ORG") .. '","credential_id":"'
local ids, count = {}, 0

function init()
  for id in io.lines(os.getenv("IDS")) do
    ids[#ids + 1] = id
  end
end

function request()
  local id = ids[count % #ids + 1]
  count = count + 1
  return wrk.format(nil, nil, nil, begin .. id .. '"' .. string.format(members[os.getenv("CHANGE")], count) .. '}')
end
