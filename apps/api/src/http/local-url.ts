const LOCAL_HOSTS = ['127.0.0.1', '0.0.0.0', '::', '::1']

/** Where a server is reached from its own machine. */
export function localUrl({ host, port }: { readonly host: string; readonly port: number }): string {
  if (LOCAL_HOSTS.includes(host)) return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
