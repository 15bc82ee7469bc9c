export {
  accountKindSchema,
  CONNECTION_LIMITS,
  CONNECTION_LINK_LIMITS,
  connectionAuthorizationSchema,
  connectionPageSchema,
  connectionSchema,
  connectionStatusSchema,
  createConnectionRequestSchema,
  createConnectionResponseSchema,
  listConnectionsQuerySchema,
} from './schemas.ts'
export type {
  AccountKind,
  Connection,
  ConnectionAuthorization,
  ConnectionPage,
  ConnectionStatus,
  CreateConnectionRequest,
  CreateConnectionResponse,
  ListConnectionsQuery,
} from './schemas.ts'
export { accountCapabilitiesSchema, connectionCapabilitiesSchema } from './capabilities.ts'
export type { AccountCapabilities, ConnectionCapabilities } from './capabilities.ts'
export {
  CHOICE_LIMITS,
  choiceNameSchema,
  choicesPathSchema,
  platformChoiceSchema,
  platformChoicesSchema,
} from './choices.ts'
export type { PlatformChoice, PlatformChoices } from './choices.ts'
export { connectionHealthSchema } from './health.ts'
export type { ConnectionHealth } from './health.ts'
export { chooseAccountsFormSchema, sandboxSignInFormSchema } from './pages.ts'
export {
  chooseAccountsRequestSchema,
  connectionChoiceSchema,
  connectionRequestErrorCodeSchema,
  connectionRequestSchema,
  connectionRequestStatusSchema,
} from './requests.ts'
export type {
  ChooseAccountsRequest,
  ConnectionChoice,
  ConnectionRequest,
  ConnectionRequestErrorCode,
  ConnectionRequestStatus,
} from './requests.ts'
export { accountLimitSchema, connectionLimitsSchema } from './limits.ts'
export type { AccountLimit, ConnectionLimits } from './limits.ts'
