import { createPlainImageModel } from '../../test/harness/plain-image-model.ts'
import { describeImageModel } from './conformance.ts'

describeImageModel('the plain model of the tests', () => createPlainImageModel())
