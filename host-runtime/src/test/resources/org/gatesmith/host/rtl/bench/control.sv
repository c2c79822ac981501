// Both protocols of gs_control, for control.cpp.
module control (
    input  logic         clk,
    input  logic         rst,
    input  logic         awvalid [2], output logic awready [2], input logic [11:0] awaddr [2],
    input  logic         wvalid [2], output logic wready [2], input logic [31:0] wdata [2], input logic [3:0] wstrb [2],
    output logic         bvalid [2], input logic bready [2], output logic [1:0] bresp [2],
    input  logic         arvalid [2], output logic arready [2], input logic [11:0] araddr [2],
    output logic         rvalid [2], input logic rready [2], output logic [31:0] rdata [2], output logic [1:0] rresp [2],
    output logic         irq [2], output logic start [2], input logic done [2], output logic [159:0] arguments [2]
);
    for (genvar i = 0; i < 2; i++) begin : g_protocol
        gs_control #(.ADDRESS_BITS(12), .ARGUMENT_WORDS(5), .ARGUMENT_MASK(5'b11011), .CHAIN(i)) registers (
            .clk, .rst,
            .s_axi_awvalid(awvalid[i]), .s_axi_awready(awready[i]), .s_axi_awaddr(awaddr[i]),
            .s_axi_wvalid(wvalid[i]), .s_axi_wready(wready[i]), .s_axi_wdata(wdata[i]), .s_axi_wstrb(wstrb[i]),
            .s_axi_bvalid(bvalid[i]), .s_axi_bready(bready[i]), .s_axi_bresp(bresp[i]),
            .s_axi_arvalid(arvalid[i]), .s_axi_arready(arready[i]), .s_axi_araddr(araddr[i]),
            .s_axi_rvalid(rvalid[i]), .s_axi_rready(rready[i]), .s_axi_rdata(rdata[i]), .s_axi_rresp(rresp[i]),
            .irq(irq[i]), .start(start[i]), .done(done[i]), .arguments(arguments[i])
        );
    end
endmodule
