"""A request to stop reaches everybody, once, whenever they came to listen."""

from threading import Barrier, Thread

from caseload_planner.domain.run_control import StopSignal


def test_that_nobody_asked_until_somebody_does() -> None:
    signal = StopSignal()
    assert not signal.requested
    signal.request()
    assert signal.requested


def test_that_a_listener_from_before_is_called_once() -> None:
    signal, calls = StopSignal(), list[str]()
    signal.on_request(lambda: calls.append("heard"))
    assert calls == []
    signal.request()
    signal.request()
    assert calls == ["heard"]


def test_that_a_listener_from_after_is_called_at_once_and_once() -> None:
    signal, calls = StopSignal(), list[str]()
    signal.request()
    signal.on_request(lambda: calls.append("heard"))
    assert calls == ["heard"]
    signal.request()
    assert calls == ["heard"]


def test_that_every_listener_is_called() -> None:
    signal, calls = StopSignal(), list[int]()
    for number in range(3):
        signal.on_request(lambda number=number: calls.append(number))  # type: ignore[misc]  # binds the number
    signal.request()
    assert sorted(calls) == [0, 1, 2]


def test_that_a_listener_sees_the_request_it_is_told_of() -> None:
    signal, seen = StopSignal(), list[bool]()
    signal.on_request(lambda: seen.append(signal.requested))
    signal.request()
    assert seen == [True]


def test_that_a_listener_may_register_another_while_it_is_called() -> None:
    signal, calls = StopSignal(), list[str]()
    signal.on_request(lambda: signal.on_request(lambda: calls.append("inner")))
    signal.request()
    assert calls == ["inner"]


def test_that_no_request_is_lost_between_threads() -> None:
    for _ in range(50):
        signal, calls, start = StopSignal(), list[str](), Barrier(2)

        def ask(signal: StopSignal = signal, start: Barrier = start) -> None:
            start.wait()
            signal.request()

        asker = Thread(target=ask)
        asker.start()
        start.wait()
        signal.on_request(lambda calls=calls: calls.append("heard"))  # type: ignore[misc]  # binds this round's list
        asker.join()
        assert calls == ["heard"]
