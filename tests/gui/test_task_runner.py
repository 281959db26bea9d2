"""Work beside the window: where it runs, what arrives, and what does not."""

import gc
import threading
import weakref

from PySide6.QtCore import QCoreApplication, QObject, Slot
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.domain.run_control import Progress
from caseload_planner.gui.task_runner import Lane, TaskRunner


class Receiver(QObject):
    """Keeps what arrives and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results, self.errors, self.progress = [], [], []
        self.threads = set()

    @Slot(object)
    def on_done(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(threading.get_ident())

    @Slot(object)
    def on_failed(self, error: object) -> None:
        self.errors.append(error)

    @Slot(object)
    def on_progress(self, progress: object) -> None:
        self.progress.append(progress)


def test_that_work_runs_beside_the_window_and_its_result_arrives_on_the_windows_thread(qtbot, runner):
    receiver = Receiver()
    runner.start(Lane.COMPUTE, lambda _: threading.get_ident(), topic="a", on_done=receiver.on_done)
    qtbot.waitUntil(lambda: bool(receiver.results))
    assert receiver.results[0] != threading.get_ident()
    assert receiver.threads == {threading.get_ident()}


def test_that_the_two_lanes_do_not_wait_for_each_other_and_one_lane_keeps_its_order(qtbot, runner):
    receiver, gate = Receiver(), threading.Event()
    runner.start(Lane.COMPUTE, lambda _: gate.wait(10), topic="slow", on_done=receiver.on_done)
    runner.start(Lane.COMPUTE, lambda _: "behind", topic="behind", on_done=receiver.on_done)
    runner.start(Lane.DATABASE, lambda _: "beside", topic="beside", on_done=receiver.on_done)
    qtbot.waitUntil(lambda: bool(receiver.results))
    assert receiver.results == ["beside"]
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert receiver.results == ["beside", True, "behind"]


def test_that_nothing_of_an_outdated_run_arrives_and_it_is_asked_to_stop(qtbot, runner):
    receiver, begun = Receiver(), threading.Event()

    def until_stopped(run):
        heard = threading.Event()
        run.stop.on_request(heard.set)
        begun.set()
        return "old" if heard.wait(10) else "never heard"

    old = runner.start(Lane.COMPUTE, until_stopped, topic="same", on_done=receiver.on_done)
    assert begun.wait(10)
    runner.start(Lane.COMPUTE, lambda _: "new", topic="same", on_done=receiver.on_done)
    qtbot.waitUntil(lambda: not runner.busy)
    assert old.stop.requested
    assert receiver.results == ["new"]


def test_that_a_cancelled_run_still_gives_the_best_that_it_has(qtbot, runner):
    receiver = Receiver()

    def work(run):
        heard = threading.Event()
        run.stop.on_request(heard.set)
        return "best so far" if heard.wait(10) else "never heard"

    run = runner.start(Lane.COMPUTE, work, topic="a", on_done=receiver.on_done)
    run.cancel()
    qtbot.waitUntil(lambda: bool(receiver.results))
    assert receiver.results == ["best so far"]


def test_that_an_expected_error_is_handed_over_without_a_bug_report(qtbot, runner):
    receiver = Receiver()

    def refuse(_):
        raise UnknownKeyError("no such team", team="T9")

    runner.start(Lane.DATABASE, refuse, topic="a", on_done=receiver.on_done, on_failed=receiver.on_failed)
    qtbot.waitUntil(lambda: bool(receiver.errors))
    assert isinstance(receiver.errors[0], UnknownKeyError)
    assert not receiver.results


def test_that_a_bug_in_the_work_reaches_the_exception_hook_and_the_caller(qtbot, runner):
    receiver = Receiver()
    with capture_exceptions() as caught:
        runner.start(Lane.COMPUTE, lambda _: 1 // 0, topic="a", on_failed=receiver.on_failed)
        qtbot.waitUntil(lambda: bool(receiver.errors))
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_that_progress_from_any_thread_arrives_on_the_windows_thread(qtbot, runner):
    receiver = Receiver()

    def work(run):
        other = threading.Thread(target=run.report, args=(Progress("evenness", 3, 8),))
        other.start()
        other.join()

    runner.start(Lane.COMPUTE, work, topic="a", on_progress=receiver.on_progress)
    qtbot.waitUntil(lambda: bool(receiver.progress))
    assert receiver.progress[-1].part == 3


def test_that_a_receiver_that_is_gone_gets_nothing(qtbot, runner):
    receiver, gate = Receiver(), threading.Event()
    results = receiver.results
    runner.start(Lane.COMPUTE, lambda _: gate.wait(10), topic="a", on_done=receiver.on_done)
    receiver.deleteLater()
    qtbot.waitUntil(lambda: not _alive(receiver))
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert results == []


def _alive(thing: QObject) -> bool:
    try:
        thing.objectName()
    except RuntimeError:
        return False
    return True


def test_that_shutting_down_stops_what_runs_and_says_so(qtbot: QtBot):
    runner, begun = TaskRunner(), threading.Event()

    def work(run):
        heard = threading.Event()
        run.stop.on_request(heard.set)
        begun.set()
        return heard.wait(10)

    runner.start(Lane.COMPUTE, work, topic="a")
    assert begun.wait(10)
    assert runner.shut_down()


def test_that_only_what_must_be_finished_is_still_begun_while_shutting_down(qtbot: QtBot):
    runner, begun, gate, ran = TaskRunner(), threading.Event(), threading.Event(), []

    def work(run):
        run.stop.on_request(gate.set)
        begun.set()
        return gate.wait(10)

    runner.start(Lane.DATABASE, work, topic="under way")
    assert begun.wait(10)
    runner.start(Lane.DATABASE, lambda _: ran.append("first step"), topic="draft", must_finish=True)
    runner.start(Lane.DATABASE, lambda _: ran.append("rows for a page"), topic="page")
    runner.start(Lane.DATABASE, lambda _: ran.append("second step"), topic="draft", must_finish=True)
    assert runner.shut_down()
    assert ran == ["first step", "second step"]


def test_that_nothing_is_begun_any_more_where_it_need_not_be_finished(qtbot: QtBot):
    runner, begun, ran = TaskRunner(), threading.Event(), []

    def work(run):
        heard = threading.Event()
        run.stop.on_request(heard.set)
        begun.set()
        return heard.wait(10)

    runner.start(Lane.DATABASE, work, topic="under way")
    assert begun.wait(10)
    runner.start(Lane.DATABASE, ran.append, topic="draft", must_finish=True)
    assert runner.shut_down(finish=False)
    assert ran == []


def test_that_work_started_after_the_shutting_down_never_runs(qtbot: QtBot):
    runner, ran = TaskRunner(), []
    runner.shut_down()
    run = runner.start(Lane.COMPUTE, ran.append, topic="late", on_done=ran.append)
    assert run.outdated
    assert not runner.busy
    assert ran == []


class _Heavy:
    """Something large that a piece of work holds on to."""


def test_that_what_work_held_on_to_is_let_go_when_it_is_done(qtbot, runner):
    heavy = _Heavy()
    known = weakref.ref(heavy)

    def work(_: object, heavy: _Heavy = heavy) -> bool:
        return heavy is not None

    run = runner.start(Lane.COMPUTE, work, topic="heavy")
    with qtbot.waitSignal(run.ended):
        pass
    del run, work, heavy
    QCoreApplication.processEvents()
    gc.collect()
    assert known() is None
