import type { YouTubeVideo } from './state.ts'

/** A video, as far as its parts are asked for. */
export function toVideoResource(
  video: YouTubeVideo,
  parts: readonly string[],
  uploadStatus: string,
  more: object = {},
) {
  return {
    kind: 'youtube#video',
    id: video.id,
    ...(parts.includes('snippet') && {
      snippet: { publishedAt: video.publishedAt, channelId: video.channelId, ...video.fields.snippet },
    }),
    // As texts, and likes only where the channel shows them.
    ...(parts.includes('statistics') && {
      statistics: { viewCount: '12', commentCount: String(video.comments.length) },
    }),
    ...(parts.includes('status') && {
      status: { ...video.fields.status, uploadStatus, privacyStatus: video.privacy, ...more },
    }),
  }
}
