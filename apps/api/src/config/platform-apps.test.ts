import { z } from 'zod'
import { describe, expect, it } from 'vitest'
import type { AppTable } from './platform-apps.ts'
import { listVariables, toVariableHints, toVariableSchemas } from './platform-apps.ts'
import { findIncompleteApp, findInsecureAddress, toPlatformApps } from './platforms.ts'

const META = { owner: 'META', parts: ['UPLOAD_URL', 'API_VERSION'] } as const
const VERSION = { pattern: /^v\d+\.\d+$/, example: 'v26.0' } as const

/** Two platforms of one owner, and one whose versions are months. */
const TABLE: AppTable = {
  instagram: {
    needs: ['CLIENT_ID', 'CLIENT_SECRET'],
    optional: [],
    addresses: ['API_URL', 'AUTHORIZE_URL', 'TOKEN_URL', 'UPLOAD_URL'],
    version: VERSION,
    shared: META,
  },
  facebook: {
    needs: ['CLIENT_ID', 'CLIENT_SECRET'],
    optional: [],
    addresses: ['API_URL', 'AUTHORIZE_URL', 'UPLOAD_URL'],
    version: VERSION,
    shared: META,
  },
  linkedin: {
    needs: ['CLIENT_ID', 'CLIENT_SECRET'],
    optional: [],
    addresses: ['API_URL'],
    version: { pattern: /^20\d\d(0[1-9]|1[0-2])$/, example: '202607' },
  },
}

const INSTAGRAM = { POWERPOST_INSTAGRAM_CLIENT_ID: 'id', POWERPOST_INSTAGRAM_CLIENT_SECRET: 'secret' }

describe('from an entry of the table of apps follow', () => {
  it('the names of its settings, those of its owner for what platforms have in common', () => {
    const names = listVariables(TABLE).map(({ name }) => name)
    expect(names.filter((name) => name.includes('META'))).toEqual([
      'POWERPOST_META_UPLOAD_URL',
      'POWERPOST_META_API_VERSION',
      'POWERPOST_META_UPLOAD_URL',
      'POWERPOST_META_API_VERSION',
    ])
    expect(names).toContain('POWERPOST_INSTAGRAM_TOKEN_URL')
    expect(names).not.toContain('POWERPOST_FACEBOOK_API_VERSION')
    expect(names).toContain('POWERPOST_LINKEDIN_API_VERSION')
  })

  it('what they must look like, and hints', () => {
    const schema = z.object(toVariableSchemas(TABLE))
    expect(schema.safeParse({ POWERPOST_META_API_VERSION: 'v26.0' }).success).toBe(true)
    expect(schema.safeParse({ POWERPOST_META_API_VERSION: '202607' }).success).toBe(false)
    expect(schema.safeParse({ POWERPOST_LINKEDIN_API_VERSION: '202613' }).success).toBe(false)
    expect(schema.safeParse({ POWERPOST_META_UPLOAD_URL: 'rupload' }).success).toBe(false)
    expect(toVariableHints(TABLE)).toMatchObject({
      POWERPOST_LINKEDIN_API_VERSION: 'give a version as 202607, or unset it',
      POWERPOST_INSTAGRAM_TOKEN_URL: 'give the address, or unset it to use Instagram itself',
    })
  })

  it('the app that adapters get', () => {
    const settings = {
      ...INSTAGRAM,
      POWERPOST_INSTAGRAM_API_URL: 'http://127.0.0.1:1/',
      POWERPOST_INSTAGRAM_TOKEN_URL: 'http://127.0.0.1:1/token',
      POWERPOST_META_UPLOAD_URL: 'http://127.0.0.1:2/',
      POWERPOST_META_API_VERSION: 'v27.0',
    }
    expect(toPlatformApps(settings, TABLE)).toEqual({
      instagram: {
        clientId: 'id',
        clientSecret: 'secret',
        configId: undefined,
        apiUrl: 'http://127.0.0.1:1',
        uploadUrl: 'http://127.0.0.1:2',
        authorizeUrl: undefined,
        tokenUrl: 'http://127.0.0.1:1/token',
        apiVersion: 'v27.0',
      },
    })
  })

  it.each([
    ['http://127.0.0.1:1/token', false, 'POWERPOST_INSTAGRAM_TOKEN_URL'],
    ['http://127.0.0.1:1/token', true, undefined],
    ['http://[::1]:1/token', true, undefined],
    ['http://example.com/token', true, 'POWERPOST_INSTAGRAM_TOKEN_URL'],
    ['https://example.com/token', false, undefined],
  ])('whether %s may be an address, with private ones allowed: %s', (address, allowPrivate, found) => {
    const table: AppTable = {
      instagram: { ...TABLE.instagram, secureAddresses: true } as AppTable['instagram'] & object,
    }
    expect(findInsecureAddress({ POWERPOST_INSTAGRAM_TOKEN_URL: address }, allowPrivate, table)).toBe(found)
  })

  it('what is missing, and nothing of a platform that only shares a setting', () => {
    const [id] = Object.keys(INSTAGRAM)
    expect(findIncompleteApp({ [`${id}`]: 'id' }, TABLE)).toMatch(
      /^POWERPOST_INSTAGRAM_CLIENT_SECRET must be set with POWERPOST_INSTAGRAM_CLIENT_ID: /,
    )
    expect(findIncompleteApp({ ...INSTAGRAM, POWERPOST_META_API_VERSION: 'v27.0' }, TABLE)).toBeUndefined()
  })
})
