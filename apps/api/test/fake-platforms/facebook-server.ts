import type { GraphRoute, GraphServer } from '#platforms/meta/testing/index.ts'
import { startGraph } from '#platforms/meta/testing/index.ts'
import type { Clock } from '#shared/clock.ts'
import { systemClock } from '#shared/clock.ts'
import type { FacebookApp } from './facebook/oauth.ts'
import { consent, oauthRoutes } from './facebook/oauth.ts'
import { postRoutes } from './facebook/posts.ts'
import { FacebookState } from './facebook/state.ts'
import { videoRoutes } from './facebook/videos.ts'

/** Facebook as its documentation has it, strict about order, hosts and fields, and misbehaving as it is planned. */
export interface FacebookServer extends Omit<GraphServer, 'urlOf'> {
  readonly apiUrl: string
  readonly videoUrl: string
  readonly uploadUrl: string
  /** Where a person would sign in: nobody asks it, `consent` answers for the person. */
  readonly authorizeUrl: string
  readonly app: FacebookApp
  readonly state: FacebookState
  /** A person signs in at the address that the server made. Answers where they are sent. */
  consent(authorizeUrl: string, choice?: Parameters<typeof consent>[3]): string
}

interface FacebookServerOptions {
  readonly app?: FacebookApp
  /** Facebook's own clock. @default the system's */
  readonly clock?: Clock
  /** Whether bytes of videos go to a host of their own, as at Facebook. @default false: a server has one setting for both */
  readonly ownVideoHost?: boolean
  /** What else stands at the same hosts. */
  readonly further?: (state: FacebookState) => readonly GraphRoute[]
}

const FACEBOOK_APP: FacebookApp = { clientId: '1234567890', clientSecret: 'facebook-app-secret' }

const HOSTS = { api: 'graph.facebook.com', video: 'graph-video.facebook.com', upload: 'rupload.facebook.com' } as const

export async function startFacebook({
  app = FACEBOOK_APP,
  clock = systemClock,
  ownVideoHost = false,
  further = () => [],
}: FacebookServerOptions = {}): Promise<FacebookServer> {
  const state = new FacebookState(() => clock.now().getTime())
  const videoHost = ownVideoHost ? HOSTS.video : HOSTS.api
  const routes = [...oauthRoutes(state, app), ...postRoutes(state), ...videoRoutes(state, videoHost), ...further(state)]
  const graph = await startGraph({ state, routes, version: 'v26.0', appSecret: app.clientSecret })
  const { urlOf, ...rest } = graph
  return {
    ...rest,
    apiUrl: urlOf(HOSTS.api),
    videoUrl: urlOf(videoHost),
    uploadUrl: urlOf(HOSTS.upload),
    authorizeUrl: `${urlOf(HOSTS.api)}/v26.0/dialog/oauth`,
    app,
    state,
    consent: (authorizeUrl, choice) => consent(state, app, authorizeUrl, choice),
  }
}
