export const messages = {
  title: { en: 'Share this view', zh: '分享此视图' },
  link: { en: 'Link', zh: '链接' },
  carries: {
    en: 'Carries camera, time, layers, colours, filters, what is hidden and what is selected; the receiver keeps their own language and theme.',
    zh: '包含视角、时间、图层、着色、筛选、隐藏与所选对象；语言与主题由接收者自行设定。',
  },
  copy: { en: 'Copy link', zh: '复制链接' },
  copied: { en: 'Copied', zh: '已复制' },
  copyFailed: {
    en: 'The browser did not allow copying: select the link and copy it by hand.',
    zh: '浏览器不允许复制：请选中链接后手动复制。',
  },
  leftBehind: { en: 'What the receiver will not see', zh: '接收者将看不到的内容' },
} as const;
