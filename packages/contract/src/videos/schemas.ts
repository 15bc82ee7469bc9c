export * from './generation-events.ts'
export * from './generations.ts'
export * from './requests.ts'
