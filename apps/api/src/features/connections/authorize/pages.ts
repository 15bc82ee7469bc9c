import type { Html, Page } from '#shared/page.ts'
import { markup } from '#shared/page.ts'
import type { AccountKind } from '@powerpost/contract'
import { PLATFORM_NAMES } from '@powerpost/contract'
import type { StoredRequest } from './connection-requests.repository.ts'
import type { Choice } from './sealed-choices.ts'

/** Whom the person lets in. */
export interface Place {
  /** The host of this server, e.g. `powerpost.example.com`. */
  readonly host: string
  /** Undefined: nobody knows which. */
  readonly workspace: string | undefined
}

const KIND_NAMES: Readonly<Record<AccountKind, string>> = {
  profile: 'Profile',
  page: 'Page',
  organization: 'Organization',
  channel: 'Channel',
}

/** The accounts that posts can now be published to. */
export function connectedPage(place: Place, request: StoredRequest, names: readonly string[]): Page {
  const [first = '', ...others] = names
  const several = others.length > 0
  const list = several ? markup`<ul>${names.map((name) => markup`<li>${name}</li>`)}</ul>` : markup``
  const which = `${several ? 'these' : 'this'} ${PLATFORM_NAMES[request.platform]} ${several ? 'accounts' : 'account'}`
  const text = request.sandbox
    ? 'This is a sandbox: nothing that is posted to it is published. You may close this window.'
    : `Posts can now be published to ${which}. You may close this window.`
  return {
    title: several ? `${names.length} accounts connected` : `Connected as ${first}`,
    tone: 'good',
    body: markup`${list}<p>${text}</p>${footer(place)}`,
  }
}

/** Why no account is connected. */
export function refusedPage(place: Place, why: string): Page {
  return { title: 'Not connected', tone: 'bad', body: markup`<p>${why}</p>${footer(place)}` }
}

interface ChoiceForm {
  readonly request: StoredRequest
  readonly token: string
  readonly choices: readonly Choice[]
  /** They sent the form with nothing chosen. */
  readonly empty: boolean
}

/** Lets a person choose between the accounts that their sign-in reaches. */
export function choicePage(place: Place, { request, token, choices, empty }: ChoiceForm): Page {
  const name = PLATFORM_NAMES[request.platform]
  const boxes = choices.map(({ choiceId, platform, displayName, kind }) => {
    const where = platform === undefined || platform === request.platform ? '' : `${PLATFORM_NAMES[platform]}: `
    // Its picture is at the platform: the page loads nothing from elsewhere, which would tell who looks at it.
    const initial = markup`<b aria-hidden="true">${initialOf(displayName)}</b>`
    const text = markup`${initial}<span>${displayName}<small>${where}${KIND_NAMES[kind]}</small></span>`
    return markup`<label><input type="checkbox" name="choice_ids" value="${choiceId}">${text}</label>\n`
  })
  const hint = empty ? markup`<p class="bad" role="alert">Choose at least one account.</p>` : markup``
  const body = markup`<p>Your ${name} sign-in reaches several accounts. Choose those that posts may be published to.</p>
${hint}<form method="post" action="choose">
<input type="hidden" name="token" value="${token}">
${boxes}<button>Connect</button>
</form>${footer(place)}`
  return { title: 'Choose accounts', body }
}

/** The first letter or digit of a name, in place of a picture. */
function initialOf(name: string): string {
  return /[\p{L}\p{N}]/u.exec(name)?.[0].toUpperCase() ?? '?'
}

/** Acts as the sign-in of a platform. */
export function sandboxSignInPage(place: Place, request: StoredRequest, state: string): Page {
  const name = PLATFORM_NAMES[request.platform]
  const body = markup`<p>This page acts as the sign-in of ${name}, for tests. It reaches several accounts that publish nothing.</p>
<form method="post" action="sandbox">
<input type="hidden" name="state" value="${state}">
<button name="answer" value="allow">Allow access</button>
<button name="answer" value="deny" class="second">Deny access</button>
</form>${footer(place)}`
  return {
    title: `Sandbox sign-in for ${name}`,
    body,
    ...(request.return_url !== null && { formTarget: new URL(request.return_url).origin }),
  }
}

function footer({ host, workspace }: Place): Html {
  const where = workspace === undefined ? markup`` : markup`, workspace <strong>${workspace}</strong>`
  return markup`<footer>PowerPost at <strong>${host}</strong>${where}</footer>`
}
