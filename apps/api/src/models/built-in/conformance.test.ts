import { describeTextModel } from '../conformance.ts'
import { createBuiltInTextModel } from './index.ts'

describeTextModel('the built-in model', createBuiltInTextModel)
