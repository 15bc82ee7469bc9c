import { expect, it } from 'vitest'
import { createClientNaming } from './client-names.ts'

const routes = [
  { method: 'POST', path: '/api/v1/content/generate', page: false },
  { method: 'GET', path: '/api/v1/content/generations', page: true },
  { method: 'GET', path: '/api/v1/content/generations/:id', page: false },
  { method: 'POST', path: '/api/v1/content/generations/:id/regenerate', page: false },
  { method: 'GET', path: '/api/v1/account/credits', page: false },
  { method: 'POST', path: '/api/v1/writing-styles', page: false },
  { method: 'DELETE', path: '/api/v1/writing-styles/:id', page: false },
] as const

it('an operation is named by its path alone', () => {
  const nameOf = createClientNaming(routes, ({ page }) => page)
  const names = routes.map((route) => nameOf(route)).map(({ resource, method }) => [...resource, method].join('.'))
  expect(names).toEqual([
    'content.generate',
    'content.generations.list',
    'content.generations.get',
    'content.generations.regenerate',
    'account.credits',
    'writingStyles.create',
    'writingStyles.delete',
  ])
})

it('a method that means nothing on a collection has no name', () => {
  const odd = [{ method: 'DELETE', path: '/api/v1/writing-styles' }, ...routes] as const
  expect(() => createClientNaming(odd, (route) => 'page' in route && route.page)(odd[0])).toThrow('DELETE')
})
