import { describeVideoModel } from '../conformance.ts'
import { VIDEO_VENDOR_NAMES } from './spec.ts'
import { createFake, SERVED } from './test-kit.ts'

for (const vendor of VIDEO_VENDOR_NAMES) {
  const { duration } = SERVED[vendor]
  describeVideoModel(`a model of ${vendor}`, async () => (await createFake(vendor)).model, { duration })
}
