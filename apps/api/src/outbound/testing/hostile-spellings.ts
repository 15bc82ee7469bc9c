/** Spellings of a host that lead to this machine, its networks, or a cloud's metadata. */
export const PRIVATE_HOSTS: readonly string[] = Object.values({
  'IPv4 as inet_aton and browsers read it': `
    127.0.0.1 127.0.0.1. 127.1 127.0.1 127.1. 2130706433 0x7f000001 0x7F.0.0.1 0x7f.1 017700000001 0177.0.0.1
    0177.0.0.01 0x7f.0.0.0x1 127.0.0.254 127.255.255.255 0x7f.00.0x0.01 0 0.0.0.0 00 0x0 0x 0.0 0.1.2.3
    10.0.0.1 10.1 0xa.0.0.1 012.1.1.1 167772161 172.16.0.1 172.31.255.255 192.168.0.1 0xc0a80001 192.168.1 3232235521
    100.64.0.1 169.254.169.254 0xa9fea9fe 2852039166 0251.0376.0251.0376 169.254.43518 100.100.100.200 168.63.129.16
    192.0.0.192 192.0.2.1 198.51.100.7 203.0.113.9 198.18.0.1 192.88.99.1 224.0.0.1 239.255.255.255 240.0.0.1
    255.255.255.255 4294967295`,
  'characters that the parser folds or decodes': `
    １２７.０.０.１ 127。0。0。1 127｡0｡0｡1 ①②⑦.⓪.⓪.① %31%32%37.0.0.1 127%2e0%2e0%2e1 %30 １６９.254.１６９.254 𝟭𝟮𝟳.0.0.1`,
  IPv6: `
    [::] [::1] [0:0:0:0:0:0:0:1] [0000::0001] [::127.0.0.1] [::7f00:1] [::ffff:127.0.0.1] [::ffff:7f00:1]
    [::FFFF:0a00:0001] [::ffff:0:127.0.0.1] [64:ff9b::127.0.0.1] [64:ff9b::a00:1] [64:ff9b:1::8.8.8.8]
    [2002:7f00:1::] [2002:a00:1::1] [2001:0:4136:e378:8000:63bf:3fff:fdd2] [fe80::1] [febf::1] [fec0::1] [fc00::1]
    [fd00::1] [fd00:ec2::254] [ff02::1] [100::1] [2001:db8::1] [3fff::1] [4000::1] [1::1] [2600:1f18::5efe:a00:1]
    [2001:4860::200:5efe:127.0.0.1]`,
  names: `
    localhost LOCALHOST LocalHost. localhost:8443 a.localhost a.b.LOCALHOST. ⓛⓞⓒⓐⓛⓗⓞⓢⓣ ｌｏｃａｌｈｏｓｔ loc%61lhost
    localhost.localdomain ip6-localhost localhost6 intranet db. metadata.google.internal METADATA.google.internal.
    printer.local router.home.arpa`,
  'ports do not help': '127.0.0.1:443 127.1:8443 [::1]:443 [::ffff:169.254.169.254]:8443',
}).flatMap((hosts) => hosts.trim().split(/\s+/))

/** Not addresses we would ever fetch, or texts that two parsers read as two addresses. */
export const BAD_URLS: readonly string[] = Object.values({
  'no host, or no scheme': [
    [
      '',
      ' ',
      'https',
      'https:',
      'https://',
      'https:///',
      'https://?q',
      'https://#',
      'https://:443',
      'https:example.com',
    ],
    ['//example.com', '/path', 'example.com', 'https:/example.com', 'https:///example.com', 'https:////127.0.0.1'],
  ],
  'another scheme': [
    ['http://example.com', 'HTTP://example.com', 'ftp://example.com', 'file:///etc/passwd', 'unix:/var/run/s'],
    ['gopher://127.0.0.1:6379/_', 'dict://127.0.0.1:11211/', 'data:text/html,hi', 'javascript:alert(1)'],
    ['blob:https://example.com/x', 'ws://example.com', 'jar:https://example.com!/', 'view-source:https://example.com'],
  ],
  'user info': [
    ['https://user@example.com', 'https://user:pass@example.com', 'https://@example.com', 'https://:@example.com'],
    ['https://example.com@127.0.0.1', 'https://127.0.0.1@example.com', 'https://example.com:443@127.0.0.1/'],
    ['https://a:b@c:d@example.com', 'https://example.com%40127.0.0.1', 'https://example.com%2F@127.0.0.1'],
  ],
  'backslashes, spaces, what cannot be seen': [
    ['https:\\\\example.com', 'https:/\\example.com', 'https://example.com\\@127.0.0.1', 'https://a.com\\.evil.com'],
    [' https://example.com', 'https://example.com ', 'https://exam\tple.com', 'https://exa\nmple.com'],
    ['ht\ntps://127.1', 'https://example.com/\r\nHost: x', 'https://example.com/\0', '\u0000https://a.com'],
    ['https://127.0.0.1\0.example.com', 'https://loc\u00ADalhost', 'https://exam\u200Bple.com'],
    ['https://example.com/\u202Egnp', 'https://\uFEFFexample.com', 'https://exa mple.com'],
  ],
  'a host that is none': [
    ['https://127.0.0.1%00.example.com', 'https://a%20b.com', 'https://[::1%25eth0]', 'https://[fe80::1%eth0]'],
    ['https://[::1', 'https://::1', 'https://[127.0.0.1]', 'https://256.1.1.1', 'https://1.2.3.4.5'],
    ['https://0x100000000', 'https://localhost..', 'https://a..com', 'https://.example.com', 'https://127.0.0.1..'],
    ['https://xn--a', 'https://a.xn--\u00DF', `https://${'a.'.repeat(130)}com`],
  ],
  'a strange port': [
    ['https://example.com:0', 'https://example.com:22', 'https://example.com:25', 'https://example.com:80'],
    ['https://example.com:65536', 'https://example.com:-1', 'https://example.com:٤٤٣'],
  ],
  'too long': [`https://example.com/${'a'.repeat(9000)}`],
}).flat(2)
