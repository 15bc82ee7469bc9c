"""Creates, polls, uploads and reads errors, with what openapi-generator made of the document."""

import json
import os
import time

from powerpost_api import (
    AccountApi,
    ApiClient,
    ApiException,
    Configuration,
    ContentApi,
    ErrorBody,
    GenerateContentRequest,
    MediaApi,
)

workspace = os.environ["POWERPOST_WORKSPACE_ID"]
configuration = Configuration(host=os.environ["POWERPOST_BASE_URL"])
configuration.access_token = os.environ["POWERPOST_API_KEY"]
client = ApiClient(configuration)
account, content, media = AccountApi(client), ContentApi(client), MediaApi(client)


def generate(**fields):
    request = GenerateContentRequest(post_types=["x-post", "youtube-short"], research_mode="regular", **fields)
    started = content.generate_content(workspace, request)
    deadline = time.monotonic() + 40
    while time.monotonic() < deadline:
        generation = content.get_generation(started.generation_id, workspace)
        if generation.status in ("completed", "failed"):
            return generation
        time.sleep(0.1)
    raise TimeoutError(started.generation_id)


def refusal(call, *given):
    try:
        call(*given)
    except ApiException as answer:
        error = ErrorBody(**json.loads(answer.body)).error
        return [answer.status, error["code"], [detail["path"] for detail in error.get("details", [])]]
    return None


written = generate(prompt="We just shipped dark mode across all our apps")
from_media = generate(media_ids=[media.upload_media(workspace, "photo.jpg", "image").media_id])
page = content.list_generations(workspace, limit=1)
refusals = {
    # As a mapping: a `GenerateContentRequest` refuses so short a prompt itself.
    "body": refusal(
        content.generate_content,
        workspace,
        {"prompt": "ab", "post_types": ["x-post"], "research_mode": "regular"},
    ),
    "missing": refusal(content.get_generation, "no-such-thing", workspace),
}
configuration.access_token = "pp_live_sk_0000000000000000000000000000"
refusals["key"] = refusal(account.get_credits)
print(
    json.dumps(
        {
            "written": sorted(name for name, caption in written.outputs.to_dict().items() if caption is not None),
            "from_media": from_media.input_type,
            "newest": page.data[0].generation_id == from_media.generation_id,
            "has_more": page.has_more,
            "refusals": refusals,
        }
    )
)
