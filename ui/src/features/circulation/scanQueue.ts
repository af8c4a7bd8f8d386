// Scans wait here and are worked off one after another, in the order in which they came. None is dropped.

/** Work in order. A job that throws does not keep the next one waiting. */
export class ScanQueue<Job> {
  #jobs: readonly Job[] = [];
  #work: (job: Job) => Promise<void>;
  #tell: (waiting: readonly Job[]) => void;

  /** `work` does one job; `tell` hears what is under way and waiting, whenever that changes. */
  constructor(work: (job: Job) => Promise<void>, tell: (waiting: readonly Job[]) => void = () => {}) {
    this.#work = work;
    this.#tell = tell;
  }

  /** Takes a job in and comes back at once. */
  add(job: Job): void {
    const idle = this.#jobs.length === 0;
    this.#set([...this.#jobs, job]);
    if (idle) void this.#run();
  }

  /** Forgets what waits; what is under way ends, unheard. */
  clear(): void {
    this.#set(this.#jobs.slice(0, 1));
  }

  async #run(): Promise<void> {
    for (let job = this.#jobs[0]; job !== undefined; job = this.#jobs[0]) {
      await this.#work(job).catch(() => undefined);
      this.#set(this.#jobs.slice(1));
    }
  }

  #set(jobs: readonly Job[]): void {
    this.#jobs = jobs;
    this.#tell(jobs);
  }
}
