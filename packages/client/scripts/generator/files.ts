import { API_BASE_PATH, ERRORS } from '@powerpost/contract'
import { contract } from '@powerpost/contract/routes'
import { renderAgreement } from './agreement.ts'
import { renderErrorClasses, renderErrors } from './errors.ts'
import { HEADER } from './header.ts'
import { renderJobErrors, renderJobs } from './jobs.ts'
import { renderMethodList } from './method-list.ts'
import { listMethods } from './methods.ts'
import { renderOperations } from './operations.ts'
import { renderResources } from './resources.ts'
import { listRoutes } from './routes.ts'
import { Schemas } from './schemas.ts'
import { renderTypes } from './types.ts'

/** Every file that is made from the contract, by its path in the package. */
export function generateFiles(): Record<string, string> {
  const schemas = new Schemas()
  const methods = listMethods(listRoutes(contract, API_BASE_PATH), schemas)
  return {
    'src/generated/resources.ts': renderResources(methods),
    'src/generated/operations.ts': renderOperations(methods),
    'src/generated/jobs.ts': renderJobs(methods),
    'src/generated/job-errors.ts': renderJobErrors(methods),
    'src/generated/errors.ts': renderErrors(ERRORS),
    'src/generated/error-classes.ts': renderErrorClasses(ERRORS),
    'src/generated/base-path.ts': `${HEADER}/** Where every operation stands. */\nexport const API_BASE_PATH = '${API_BASE_PATH}'\n`,
    'src/generated/types.ts': renderTypes(schemas, ERRORS),
    'test/generated/contract-types.ts': renderAgreement(methods),
    'api.md': renderMethodList(methods),
  }
}
