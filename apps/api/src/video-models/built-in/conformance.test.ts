import { describeVideoModel } from '../conformance.ts'
import { createBuiltInVideoModel } from './index.ts'

// Each frame takes its time: as few as there can be.
describeVideoModel('the built-in model', () => createBuiltInVideoModel({ frameRate: 3 }), { duration: 4 })
