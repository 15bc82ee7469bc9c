import { describeResearcher } from './conformance.ts'
import { createSourcesResearcher } from './none/sources-researcher.ts'
import { createSearxngResearcher } from './searxng/searxng-researcher.ts'
import { WEB_LIMITS } from './web/limits.ts'

describeResearcher('none', createSourcesResearcher)

describeResearcher('searxng', ({ readPage, totalMs }) =>
  createSearxngResearcher({
    readPage,
    searchUrl: 'http://localhost:8080',
    limits: { regular: { ...WEB_LIMITS.regular, totalMs }, deep: { ...WEB_LIMITS.deep, totalMs } },
    searchFetch: async (url) => ({
      status: 200,
      url,
      headers: {},
      contentType: 'application/json',
      body: Buffer.from('{"results":[]}'),
    }),
  }),
)
