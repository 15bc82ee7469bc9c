import { expect, it } from 'vitest'
import { createClientNaming } from './client-names.ts'

const routes = [
  { method: 'POST', path: '/api/v1/content/generate' },
  { method: 'GET', path: '/api/v1/content/generations', page: true },
  { method: 'GET', path: '/api/v1/content/generations/:id/events', stream: true },
  { method: 'GET', path: '/api/v1/content/generations/:id' },
  { method: 'POST', path: '/api/v1/content/generations/:id/regenerate' },
  { method: 'GET', path: '/api/v1/account/credits' },
  { method: 'POST', path: '/api/v1/writing-styles' },
  { method: 'DELETE', path: '/api/v1/writing-styles/:id' },
  { method: 'PUT', path: '/api/v1/brand' },
] as const

const kinds = {
  isPage: (route: object) => 'page' in route,
  isStream: (route: object) => 'stream' in route,
}

it('an operation is named by its path alone', () => {
  const nameOf = createClientNaming(routes, kinds)
  const names = routes.map((route) => nameOf(route)).map(({ resource, method }) => [...resource, method].join('.'))
  expect(names).toEqual([
    'content.generate',
    'content.generations.list',
    'content.generations.stream',
    'content.generations.get',
    'content.generations.regenerate',
    'account.credits',
    'writingStyles.create',
    'writingStyles.delete',
    'brand.replace',
  ])
})

it('a method that means nothing on a collection has no name', () => {
  const odd = [{ method: 'DELETE', path: '/api/v1/writing-styles' }, ...routes] as const
  expect(() => createClientNaming(odd, kinds)(odd[0])).toThrow('DELETE')
})
