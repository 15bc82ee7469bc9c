export * from './generations.ts'
export * from './requests.ts'
