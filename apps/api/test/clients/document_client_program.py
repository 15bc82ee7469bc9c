"""Creates, polls, uploads and reads errors, by the document alone."""

import json
import os
import time

from document_client import ApiError, connect

api_key, workspace = os.environ["POWERPOST_API_KEY"], os.environ["POWERPOST_WORKSPACE_ID"]
client = connect(os.environ["POWERPOST_BASE_URL"], {"apiKey": api_key, "X-Workspace-Id": workspace})


def generate(**fields):
    body = {"post_types": ["x-post", "youtube-short"], "research_mode": "regular", **fields}
    started = client.call("generateContent", body=body)
    deadline = time.monotonic() + 40
    while time.monotonic() < deadline:
        generation = client.follow(started, "getGeneration").body
        if generation["status"] in ("completed", "failed"):
            return generation
        time.sleep(0.1)
    raise TimeoutError(started.body)


def refusal(operation, **given):
    try:
        client.call(operation, check=False, **given)
    except ApiError as error:
        return [error.status, error.code, [detail["path"] for detail in error.details]]
    return None


written = generate(prompt="We just shipped dark mode across all our apps")
with open("photo.jpg", "rb") as photo:
    media = client.call("uploadMedia", body={"type": "image"}, files={"file": photo}).body
from_media = generate(media_ids=[media["media_id"]])
page = client.call("listGenerations", {"limit": 1}).body
refusals = {
    "body": refusal("generateContent", body={"prompt": "ab", "post_types": ["x-post"], "research_mode": "regular"}),
    "missing": refusal("getGeneration", parameters={"id": "no-such-thing"}),
}
client.credentials = {**client.credentials, "apiKey": "pp_live_sk_0000000000000000000000000000"}
refusals["key"] = refusal("getCredits")
print(
    json.dumps(
        {
            "written": sorted(written["outputs"]),
            "from_media": from_media["input_type"],
            "newest": page["data"][0]["generation_id"] == from_media["generation_id"],
            "has_more": page["has_more"],
            "refusals": refusals,
        }
    )
)
