import requests

res = requests.post(
"https://powerpost.ai/api/v1/content/generate",
headers={
"x-api-key": "pp_live_sk_YOUR_KEY",
"X-Workspace-Id": "YOUR_WORKSPACE_ID",
"Content-Type": "application/json",
},
json={
"media_ids": ["a1b2c3d4-e5f6-7890-abcd-ef1234567890"],
"prompt": "Behind the scenes at our product launch",
"post_types": ["instagram-feed", "facebook-post"],
"research_mode": "regular",
},
)
data = res.json()
