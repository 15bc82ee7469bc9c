import { createPlainVideoModel } from '../../test/harness/plain-video-model.ts'
import { describeVideoModel } from './conformance.ts'

describeVideoModel('the plain model of the tests', () => createPlainVideoModel())
