import type { Mutate } from '#features/audit/index.ts'
import type { Page } from '#shared/page.ts'
import { pagePolicy, renderPage } from '#shared/page.ts'
import { readForm } from '#shared/read-form.ts'
import { API_BASE_PATH, chooseAccountsFormSchema, sandboxSignInFormSchema } from '@powerpost/contract'
import type { contract } from '@powerpost/contract/routes'
import type { Handlers } from '#shared/router.ts'
import type { ChoicePage } from './authorize/choose-on-page.ts'
import { chooseOnPage, findChoicePage } from './authorize/choose-on-page.ts'
import type { StoredRequest } from './authorize/connection-requests.repository.ts'
import type { FinishDependencies } from './authorize/finish-authorization.ts'
import { finishAuthorization, returnAddressOf } from './authorize/finish-authorization.ts'
import type { Place } from './authorize/pages.ts'
import { choicePage, connectedPage, refusedPage, sandboxSignInPage } from './authorize/pages.ts'
import { answerSandboxSignIn, findSandboxSignIn } from './authorize/sandbox-sign-in.ts'
import { findWorkspaceName } from './connection-accounts.repository.ts'

export interface PageDependencies extends FinishDependencies {
  readonly mutate: Mutate
}

type PageHandlers = Pick<
  Handlers<(typeof contract)['connections']>,
  'complete' | 'choosePage' | 'choose' | 'sandboxSignIn' | 'submitSandboxSignIn'
>

/** A response, as far as pages use it. */
interface PageResponse {
  status(code: number): PageResponse
  set(name: string, value: string): PageResponse
  type(type: string): PageResponse
  send(body: string): unknown
  end(): unknown
}

/** The pages between the link and the connection. Those that are read by GET change nothing, but for the one a platform leads to. */
export function createPageRoutes(dependencies: PageDependencies): PageHandlers {
  const { db, mutate, publicUrl } = dependencies

  return {
    complete: async ({ query, req, res }) => {
      // What only looks whether the address is there must not use the link up.
      if (req.method === 'HEAD') return sendPage(res, 200, refusedPage(await placeOf(), 'Open the link in a browser.'))
      const finished = await finishAuthorization(dependencies, {
        answer: query,
        mutateAs: (principal, effect) => mutate({ req, res, actor: principal }, effect),
      })
      const { status, request } = finished
      const back = request && returnAddressOf(dependencies, request)
      if (back !== undefined) return redirect(res, back)
      const place = await placeOf(request)
      if (status === 'choosing') {
        const query = new URLSearchParams({ token: finished.pageToken })
        return redirect(res, `${publicUrl()}${API_BASE_PATH}/connections/choose?${query}`)
      }
      if (status === 'connected') return sendPage(res, 200, connectedPage(place, finished.request, finished.names))
      return sendPage(res, 410, refusedPage(place, finished.why))
    },
    choosePage: async ({ query, res }) => sendChoice(res, await findChoicePage(dependencies, query.token)),
    choose: async ({ req, res }) => {
      const { token, choice_ids: choiceIds = [] } = await readForm(req, chooseAccountsFormSchema)
      const page = await findChoicePage(dependencies, token)
      if (page.status !== 'choosing') return sendChoice(res, page)
      if (choiceIds.length === 0) return sendChoice(res, page, true)
      const mutateAs: Parameters<typeof chooseOnPage>[1]['mutateAs'] = (principal, effect) =>
        mutate({ req, res, actor: principal }, effect)
      return sendChoice(res, await chooseOnPage(dependencies, { page, choiceIds, mutateAs }))
    },
    sandboxSignIn: async ({ query, res }) => {
      const signIn = await findSandboxSignIn(dependencies, query.state)
      const place = await placeOf(signIn.request)
      if (!signIn.open) return sendPage(res, 410, refusedPage(place, signIn.why))
      return sendPage(res, 200, sandboxSignInPage(place, signIn.request, signIn.state))
    },
    submitSandboxSignIn: async ({ req, res }) => {
      const { state, answer } = await readForm(req, sandboxSignInFormSchema)
      const signIn = await findSandboxSignIn(dependencies, state)
      if (!signIn.open) return sendPage(res, 410, refusedPage(await placeOf(signIn.request), signIn.why))
      return redirect(res, answerSandboxSignIn(dependencies, signIn, answer === 'allow'))
    },
  }

  async function sendChoice(res: PageResponse, page: ChoicePage, empty = false) {
    const place = await placeOf(page.request)
    if (page.status === 'connected') return sendPage(res, 200, connectedPage(place, page.request, page.names))
    if (page.status === 'refused') return sendPage(res, 410, refusedPage(place, page.why))
    return sendPage(res, 200, choicePage(place, { ...page, empty }))
  }

  async function placeOf(request?: StoredRequest): Promise<Place> {
    const { host } = new URL(publicUrl())
    return { host, workspace: request && (await findWorkspaceName(db, request.workspace_id)) }
  }
}

function sendPage<Status extends 200 | 410>(res: PageResponse, status: Status, page: Page) {
  res.status(status).set('Content-Security-Policy', pagePolicy(page)).type('html').send(renderPage(page))
  return { status, body: undefined }
}

function redirect(res: PageResponse, url: string) {
  res.status(303).set('Location', url).end()
  return { status: 303 as const, body: undefined }
}
