import { Component, type ErrorInfo, type ReactNode } from 'react';
import { KitContext } from '../kit-context.ts';
import { PartGone } from '../part-gone.ts';
import { words } from '../words.ts';
import { ErrorState } from './ErrorState.tsx';
import { PartGoneState } from './PartGoneState.tsx';

interface ErrorBoundaryProps {
  /** What broke, e.g. the panel's name. */
  readonly title?: string;
  readonly onError?: (error: Error, info: ErrorInfo) => void;
  readonly children: ReactNode;
}

/** Keeps a bug inside its panel. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: Error | undefined }> {
  static override contextType = KitContext;
  declare context: React.ContextType<typeof KitContext>;
  override state: { error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    this.props.onError?.(error, info);
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    if (error instanceof PartGone) {
      return <PartGoneState gone={error} onRetry={() => this.setState({ error: undefined })} />;
    }
    return (
      <ErrorState
        title={this.props.title ?? words.broken[this.context.language]}
        onRetry={() => this.setState({ error: undefined })}
      >
        {error.message}
      </ErrorState>
    );
  }
}
