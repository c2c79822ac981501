package org.gatesmith.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;

class BankPlanTest {

    @Provide
    Arbitrary<Board> boards() {
        return Arbitraries.of(Boards.all());
    }

    @Property(seed = "1")
    void spreads_ports_as_evenly_as_can_be(
            @ForAll("boards") Board board, @ForAll @IntRange(min = 1, max = 70) int ports) {
        Map<String, Long> portsOfBank = plan(Designs.withPorts(ports), board).bindings().stream()
                .map(binding -> binding.bank().name())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        int banks = board.defaultMemory().banks().size();
        assertThat(portsOfBank).hasSize(Math.min(ports, banks));
        assertThat(Collections.max(portsOfBank.values()) - Collections.min(portsOfBank.values()))
                .isLessThanOrEqualTo(1);
    }

    @Property(seed = "1")
    void notes_exactly_the_banks_that_are_shared(
            @ForAll("boards") Board board, @ForAll @IntRange(min = 1, max = 70) int ports) {
        int banks = board.defaultMemory().banks().size();

        assertThat(plan(Designs.withPorts(ports), board).notes()).hasSize(Math.min(Math.max(ports - banks, 0), banks));
    }

    @Property(seed = "1")
    void binds_every_argument(@ForAll("boards") Board board, @ForAll @IntRange(min = 1, max = 70) int ports) {
        BankPlan plan = plan(Designs.withPorts(ports), board);

        for (int i = 0; i < ports; i++) {
            assertThat(plan.ofArgument("a" + i)).isPresent();
        }
        assertThat(plan.ofArgument("b")).isEmpty();
    }

    @Example
    void gives_a_port_the_bank_it_asks_for_and_the_others_what_is_left() {
        BankPlan plan = plan(
                Designs.withPorts(List.of(
                        Designs.port("gmem0", "a", PortDirection.IN),
                        Designs.portOn("gmem1", "b", "HBM[0]"),
                        Designs.portOn("gmem2", "c", "DDR[1]"))),
                Designs.board("u280"));

        assertThat(plan.bindings())
                .extracting(binding -> binding.bank().name())
                .containsExactly("HBM[1]", "HBM[0]", "DDR[1]");
        assertThat(plan.ofArgument("c").orElseThrow().memory().name()).isEqualTo("DDR");
        assertThat(plan.notes()).isEmpty();
    }

    @Example
    void says_which_ports_share_a_bank() {
        BankPlan plan = plan(
                Designs.withPorts(
                        List.of(Designs.portOn("gmem0", "a", "DDR[0]"), Designs.portOn("gmem1", "b", "DDR[0]"))),
                Designs.board("u280"));

        assertThat(plan.notes()).containsExactly("ports gmem0, gmem1 share the memory bank DDR[0] and its bandwidth");
    }

    @Example
    void refuses_a_bank_that_the_board_does_not_have() {
        BankPlan.Result result =
                BankPlan.of(Designs.withPorts(List.of(Designs.portOn("gmem0", "a", "HBM[32]"))), Designs.board("u280"));

        assertThat(result)
                .isEqualTo(new BankPlan.Impossible(
                        List.of("port gmem0 asks for memory bank \"HBM[32]\", which the AMD Alveo U280 does not have;"
                                + " it has HBM[0:31], DDR[0], DDR[1], PLRAM[0:5]")));
    }

    @Example
    void places_the_kernel_where_most_banks_are() {
        assertThat(plan(Designs.withPorts(3), Designs.board("vcu1525")).slr()).contains("SLR1");
        assertThat(plan(Designs.withPorts(2), Designs.board("vcu1525")).slr()).contains("SLR0");
        assertThat(plan(Designs.withPorts(3), Designs.board("u280")).slr()).contains("SLR0");
    }

    @Example
    void places_nothing_on_a_device_of_one_region() {
        assertThat(plan(Designs.withPorts(3), Designs.board("zcu102")).slr()).isEmpty();
    }

    @Example
    void places_nothing_if_the_banks_do_not_say_where_they_are() {
        HlsDesign design = Designs.withPorts(List.of(Designs.portOn("gmem0", "a", "PLRAM[2]")));

        assertThat(plan(design, Designs.board("u280")).slr()).isEmpty();
    }

    @Example
    void tells_how_much_a_buffer_may_hold() {
        BankPlan plan = plan(Designs.withPorts(1), Designs.board("u280"));

        assertThat(plan.ofArgument("a0").orElseThrow().capacityBytes()).isEqualTo(256L << 20);
    }

    @Property(seed = "1")
    void is_what_the_link_configuration_says(
            @ForAll("boards") Board board, @ForAll @IntRange(min = 1, max = 70) int ports) {
        ScriptResult.Emitted scripts = Designs.emitted(Designs.withPorts(ports), board);

        scripts.file("link.cfg")
                .ifPresent(link -> assertThat(link.text().lines().filter(line -> line.startsWith("sp=")))
                        .containsExactlyElementsOf(scripts.plan().bindings().stream()
                                .map(binding -> "sp=k_1.m_axi_" + binding.port().bundle() + ":"
                                        + binding.bank().name())
                                .toList()));
    }

    private static BankPlan plan(HlsDesign design, Board board) {
        return ((BankPlan.Planned) BankPlan.of(design, board)).plan();
    }
}
