const res = await fetch('https://powerpost.ai/api/v1/content/generate', {
  method: 'POST',
  headers: {
    'x-api-key': 'pp_live_sk_YOUR_KEY',
    'X-Workspace-Id': 'YOUR_WORKSPACE_ID',
    'Content-Type': 'application/json',
  },
  body: JSON.stringify({
    prompt: 'We just shipped dark mode across all our apps',
    post_types: ['instagram-reel', 'tiktok-video', 'x-post'],
    research_mode: 'regular',
  }),
})
const data = await res.json()
