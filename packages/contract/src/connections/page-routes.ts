import { initContract } from '@ts-rest/core'
import { z } from 'zod'
import type { Operation } from '../common/operation.ts'
import { publicErrorResponses } from '../errors/index.ts'
import * as pages from './pages.ts'

const c = initContract()

const publicPage = { tag: 'Connections', scope: null, workspace: false } as const

const notConnected = pages.htmlPage('No account is connected. The page says why, and what to do.')

/** The pages that a person sees between the link and the connection. They need no key, and work without JavaScript. */
export const pageRoutes = c.router({
  complete: {
    method: 'GET',
    path: '/connections/callback',
    summary: 'Complete a sign-in',
    description:
      'The redirect address of the sign-in: the platform sends the person here after `authorize_url`. If the sign-in reaches one account, it is connected. Shows a page with the result, or goes on to the page that lets the person choose; with a `return_url`, goes there.',
    query: pages.completeConnectionQuerySchema,
    responses: { 200: c.noBody(), 303: c.noBody(), 410: c.noBody(), ...publicErrorResponses() },
    metadata: {
      operationId: 'completeConnection',
      ...publicPage,
      changes: 'connection_request',
      otherAnswers: { 200: pages.htmlPage('The account is connected.'), 303: pages.redirect, 410: notConnected },
    } satisfies Operation,
  },
  choosePage: {
    method: 'GET',
    path: '/connections/choose',
    summary: 'Show the accounts of a sign-in',
    description: 'The page on which a person chooses the accounts to connect. Changes nothing.',
    query: pages.chooseAccountsPageQuerySchema,
    responses: { 200: c.noBody(), 410: c.noBody(), ...publicErrorResponses() },
    metadata: {
      operationId: 'getAccountChoicePage',
      ...publicPage,
      otherAnswers: { 200: pages.htmlPage('The accounts, or the result.'), 410: notConnected },
    } satisfies Operation,
  },
  choose: {
    method: 'POST',
    path: '/connections/choose',
    summary: 'Choose accounts on the page',
    description: 'The form of that page. Programs use `POST /connections/requests/{id}/choose`.',
    contentType: 'application/x-www-form-urlencoded',
    // The server reads the form itself; its schema is in the metadata, for the document.
    body: z.unknown(),
    responses: { 200: c.noBody(), 410: c.noBody(), ...publicErrorResponses() },
    metadata: {
      operationId: 'submitAccountChoice',
      ...publicPage,
      changes: 'connection_request',
      formSchema: pages.chooseAccountsFormSchema,
      requestExamples: { choice: { token: 'bXktcGFnZS10b2tlbg', choice_ids: ['1', '2'] } },
      otherAnswers: {
        200: pages.htmlPage('The accounts are connected; or none was chosen, and the page asks again.'),
        410: notConnected,
      },
    } satisfies Operation,
  },
  sandboxSignIn: {
    method: 'GET',
    path: '/connections/sandbox',
    summary: 'Show the sandbox sign-in',
    description: 'The page that acts as the sign-in of a platform, for `sandbox` with `sign_in`. Changes nothing.',
    query: pages.sandboxSignInQuerySchema,
    responses: { 200: c.noBody(), 410: c.noBody(), ...publicErrorResponses() },
    metadata: {
      operationId: 'getSandboxSignInPage',
      ...publicPage,
      otherAnswers: { 200: pages.htmlPage('The sign-in.'), 410: notConnected },
    } satisfies Operation,
  },
  submitSandboxSignIn: {
    method: 'POST',
    path: '/connections/sandbox',
    summary: 'Submit the sandbox sign-in',
    description: 'The form of that page: allows or denies, and sends the person to the redirect address.',
    contentType: 'application/x-www-form-urlencoded',
    body: z.unknown(),
    responses: { 303: c.noBody(), 410: c.noBody(), ...publicErrorResponses() },
    metadata: {
      operationId: 'submitSandboxSignIn',
      ...publicPage,
      formSchema: pages.sandboxSignInFormSchema,
      requestExamples: { allow: { state: 'bXktc3RhdGU', answer: 'allow' } },
      otherAnswers: { 303: pages.redirect, 410: notConnected },
    } satisfies Operation,
  },
})
