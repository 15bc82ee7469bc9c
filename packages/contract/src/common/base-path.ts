/** Where every operation of the API stands. */
export const API_BASE_PATH = '/api/v1'
