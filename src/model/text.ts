// Words in the languages Panopolis speaks.

export type Language = 'en' | 'zh';

/** The same words in every language. */
export type Text = Readonly<Record<Language, string>>;
