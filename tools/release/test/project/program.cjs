const { generateContentRequestSchema, PLATFORMS } = require('@powerpost/contract')
const { ERRORS } = require('@powerpost/contract/errors')

const { success } = generateContentRequestSchema.safeParse({ prompt: 'ab' })
console.log(JSON.stringify({ success, status: ERRORS.NOT_FOUND.status, platforms: PLATFORMS.length }))
