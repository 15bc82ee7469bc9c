import base64
import hashlib
import hmac
import json
import os
import time

from flask import Flask, request

KEY = base64.b64decode(os.environ["POWERPOST_WEBHOOK_SECRET"].removeprefix("whsec_"))

# In your database: a unique column, written in the transaction of what you do.
received = set()

app = Flask(__name__)


def is_genuine(headers, body: bytes) -> bool:
    """Whether PowerPost sent this, whole, within the last five minutes (https://www.standardwebhooks.com)."""
    sent_at = headers.get("webhook-timestamp", "")
    if not (sent_at.isascii() and sent_at.isdigit()) or abs(time.time() - int(sent_at)) > 300:
        return False
    content = f"{headers.get('webhook-id', '')}.{sent_at}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.digest(KEY, content, hashlib.sha256)).decode()
    # Two while the secret is rotated.
    signatures = headers.get("webhook-signature", "").split(" ")
    return any(hmac.compare_digest(expected.encode(), signature.encode()) for signature in signatures)


@app.post("/webhooks")
def receive():
    body = request.get_data()
    if not is_genuine(request.headers, body):
        return "It does not come from PowerPost.", 400
    event_id = request.headers["webhook-id"]
    if event_id not in received:
        received.add(event_id)
        event = json.loads(body)
        print(event["event"], event["data"], flush=True)
    return "", 204


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "8000")))
