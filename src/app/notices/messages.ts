export const messages = {
  unexpected: {
    en: 'Something went wrong that Panopolis did not expect. What is on the screen stays usable.',
    zh: '发生了意外错误。屏幕上的内容仍可继续使用。',
  },
  copyDetails: { en: 'Copy details', zh: '复制详情' },
  notices: { en: 'Notices', zh: '通知' },
} as const;
