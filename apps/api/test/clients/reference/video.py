import requests

res = requests.post(
"https://powerpost.ai/api/v1/content/generate",
headers={
"x-api-key": "pp_live_sk_YOUR_KEY",
"X-Workspace-Id": "YOUR_WORKSPACE_ID",
"Content-Type": "application/json",
},
json={
"media_ids": ["f9g0h1i2-j3k4-5678-lmno-pq9876543210"],
"prompt": "Focus on the key insights about productivity",
"post_types": ["tiktok-video", "youtube-short"],
"research_mode": "deep",
},
)
data = res.json()
