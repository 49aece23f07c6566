/** Who wants to be told of something; one that fails is reported and does not keep it from the others. */
export interface Listeners<News> {
  /** Returns how to stop. */
  add(listener: (news: News) => void): () => void;
  tell(news: News): void;
}

export function createListeners<News>(report: (sentence: string) => void): Listeners<News> {
  const listeners = new Set<(news: News) => void>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (news) => {
      for (const listener of listeners) {
        try {
          listener(news);
        } catch (error) {
          report(`A listener failed: ${error instanceof Error ? error.message : error}.`);
        }
      }
    },
  };
}
