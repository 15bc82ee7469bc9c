import { expect, it } from 'vitest'
import * as errors from './errors/index.ts'
import * as events from './events/index.ts'
import * as index from './index.ts'
import * as platforms from './platforms/index.ts'
import * as pricing from './pricing/index.ts'
import * as routes from './routes.ts'
import * as schemas from './schemas.ts'

it.each(Object.entries({ index, schemas, errors, events, platforms, pricing, routes }))(
  'the entry point %s exports what users rely on, and nothing by accident',
  async (name, exports) => {
    await expect(`${Object.keys(exports).sort().join('\n')}\n`).toMatchFileSnapshot(`public-surface/${name}.txt`)
  },
)
