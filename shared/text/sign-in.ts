/** The words of the sign-in screen. {{name}} is filled from the parameters. */
export const signInText = {
  title: { zh: '谁在收银?', en: 'Who is at the till?' },
  hint: { zh: '点一下自己的名字,或直接输入工号', en: 'Tap your name, or type your code' },
  'roles.cashier': { zh: '收银员', en: 'Cashier' },
  'roles.supervisor': { zh: '主管', en: 'Supervisor' },
  'roles.manager': { zh: '店长', en: 'Manager' },
  chooseByCode: { zh: '选择', en: 'Choose' },
  code: { zh: '工号', en: 'Code' },
  codeNotFound: { zh: '没有工号 {{code}},请重新输入或点名字', en: 'No code {{code}}; type it again or tap a name' },
  pinFor: { zh: '{{name}},请输入密码', en: '{{name}}, enter your PIN' },
  byCode: { zh: '或输入工号', en: 'Or type your code' },
  pinPlaceholder: { zh: '4 到 8 位数字,按回车登录', en: '4 to 8 digits, then Enter' },
  lockedUntil: { zh: '已锁定,{{time}} 后可再试', en: 'Locked until {{time}}' },
  lockedSentence: {
    zh: '{{name}} 的密码输错太多次,{{time}} 后可再试;急用请店长重置密码',
    en: 'Too many wrong PINs for {{name}}. Try again after {{time}}, or ask the manager to reset it',
  },
  signIn: { zh: '登录', en: 'Sign in' },
  signingIn: { zh: '正在核对…', en: 'Checking…' },
  change: { zh: '换人', en: 'Somebody else' },
  noOperators: { zh: '没有可以登录的员工', en: 'Nobody can sign in' },
  noOperatorsHint: {
    zh: '请店长在「后台 → 员工」里启用或添加员工',
    en: 'Ask the manager to add or enable an operator under Back office → Operators',
  },
  loading: { zh: '正在读取员工名单…', en: 'Reading the list of operators…' },
  retry: { zh: '重试', en: 'Try again' },
  demoHint: {
    zh: '演示店:密码是工号后面加 88。例如{{name}} {{code}} 的密码是 {{pin}}',
    en: 'Demo shop: the PIN is the code followed by 88. For example {{name}}, {{code}}: {{pin}}',
  },
  language: { zh: 'English', en: '中文' },
} as const
