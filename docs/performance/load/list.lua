wrk.path = "/v1/organizations/credentials/list?org_id=acme&limit=20"
wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")
