// What the pages' scripts share by the global object, for the type checker.
interface DemoCaptcha { solve(): Promise<string>; }
interface DemoPage {
  config: any;
  faults: Record<string, number>;
  send(address: string, data: FormData): Promise<{ accepted: boolean; errors: Record<string, string> }>;
  afterUpload(overwrite: () => void): void;
}
declare var demoCaptcha: DemoCaptcha;
declare var demoPage: DemoPage;
declare var demoLinkedIn: { escape(text: string): string; text(field: any): string; select(field: any): string; question(question: any): string };
declare var demoWorkday: {
  values: Record<string, any>;
  escape(text: string): string;
  make(html: string): HTMLElement;
  control(field: any, onUploaded: () => void): HTMLElement;
};
