import { describeImageModel } from '../conformance.ts'
import { createBuiltInImageModel } from './index.ts'

describeImageModel('the built-in model', createBuiltInImageModel)
